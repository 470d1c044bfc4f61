using System.Linq;
using System.Management.Automation.Language;

namespace NaccsCert.PowerShell.Completers;

/// <summary>A value as the text of an argument, in the quotation marks that the user has begun with.</summary>
internal static class CompletedText
{
    // What PowerShell takes for the same quotation mark.
    private const string SingleQuotes = "'\u2018\u2019\u201A\u201B";
    private const string DoubleQuotes = "\"\u201C\u201D\u201E";

    /// <summary>The value that the user has begun to type, without its quotation marks.</summary>
    /// <param name="word">The word to complete, as it stands on the command line.</param>
    public static string Beginning(string word)
    {
        if (QuotesOf(word) is not { } quotes)
        {
            return word;
        }

        bool isClosed = word.Length > 1 && quotes.Contains(word[word.Length - 1]);
        string inner = word.Substring(1, word.Length - (isClosed ? 2 : 1));

        // As the engine reads it; what it cannot read yet is taken as it stands.
        return Parse(quotes[0] + inner + quotes[0]) is StringConstantExpressionAst constant ? constant.Value : inner;
    }

    /// <summary>Writes a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="word">The word to complete; decides the quotation marks.</param>
    /// <returns>The value as it is where that is an argument by itself, else within quotation marks.</returns>
    public static string Of(string value, string word)
    {
        string? quotes = QuotesOf(word);
        if (quotes is null && IsArgument(value))
        {
            return value;
        }

        return quotes == DoubleQuotes
            ? "\"" + string.Concat(value.Select(character => (DoubleQuotes + "$`").Contains(character) ? $"`{character}" : $"{character}")) + "\""
            : "'" + CodeGeneration.EscapeSingleQuotedStringContent(value) + "'";
    }

    private static string? QuotesOf(string word) =>
        new[] { SingleQuotes, DoubleQuotes }.FirstOrDefault(quotes => word.Length > 0 && quotes.Contains(word[0]));

    private static bool IsArgument(string value) =>
        Parse(value) is StringConstantExpressionAst { StringConstantType: StringConstantType.BareWord } bare && bare.Value == value;

    // The engine's own parser decides: what it reads differently in the place of an argument needs quotation marks.
    private static CommandElementAst? Parse(string argument)
    {
        ScriptBlockAst script = Parser.ParseInput("x " + argument, out _, out ParseError[] errors);
        Ast[] commands = [.. script.FindAll(ast => ast is CommandAst, searchNestedScriptBlocks: true)];
        return errors.Length == 0 && commands.Length == 1 && ((CommandAst)commands[0]).CommandElements is { Count: 2 } elements
            ? elements[1]
            : null;
    }
}
