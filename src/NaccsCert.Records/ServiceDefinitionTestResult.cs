namespace NaccsCert;

/// <summary>An error of a service definition, or that it has none; the answer of <c>Test-NaccsServiceDefinition</c>.</summary>
public sealed record ServiceDefinitionTestResult
{
    /// <summary>Whether it is an error, something to compare, or the verdict that the definition can be used.</summary>
    public required CheckStatus Status { get; init; }

    /// <summary>What is wrong, in the language of the session.</summary>
    public required string Reason
    {
        get;
        init => field = CellText.Guard(value);
    }

    /// <summary>The path of the definition, or the name under which it is built in.</summary>
    public required string Path { get; init; }

    /// <summary>The place in the definition, in JSONPath notation (RFC 9535); null when all of it is meant.</summary>
    public string? Location { get; init; }

    /// <summary>The line of the file, from 1; null when all of it is meant.</summary>
    public int? LineNumber { get; init; }

    /// <summary>The character of the line, from 1; null when all of it is meant.</summary>
    public int? ColumnNumber { get; init; }

    /// <summary>The name that was probably meant; null for none.</summary>
    public string? Suggestion
    {
        get;
        init => field = CellText.Guard(value);
    }

    /// <summary>The result on one line.</summary>
    public override string ToString() => Location is null ? $"{Status}: {Reason}" : $"{Status}: {Location}: {Reason}";
}
