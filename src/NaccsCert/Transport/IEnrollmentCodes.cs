namespace NaccsCert.Transport;

/// <summary>The codes of a first enrollment as a protocol may use them: filled into the templates of the definition.</summary>
internal interface IEnrollmentCodes
{
    /// <summary>Fills a template.</summary>
    /// <param name="template">A text with the placeholders <c>{code1}</c>, <c>{code2}</c> and <c>{code3}</c>.</param>
    /// <returns>The filled text, a secret.</returns>
    string Fill(string template);

    /// <summary>Takes the codes out of a server's words, should it repeat them: they end up in errors and logs.</summary>
    /// <param name="text">The server's words.</param>
    /// <returns>The words without the codes.</returns>
    string Conceal(string text);
}
