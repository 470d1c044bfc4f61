namespace NaccsCert.Module.Tests.Help;

/// <summary>An example of a command.</summary>
/// <param name="Title">Its heading, with its number.</param>
/// <param name="Code">What is typed; empty where nothing is.</param>
/// <param name="Remarks">What there is to say about it, and then what the code prints.</param>
internal sealed record HelpExample(string Title, string Code, string Remarks);
