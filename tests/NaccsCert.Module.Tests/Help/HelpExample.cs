namespace NaccsCert.Module.Tests.Help;

/// <summary>An example of a command.</summary>
/// <param name="Title">Its heading, with its number.</param>
/// <param name="Text">All of it: the code, what it prints, and what there is to say.</param>
internal sealed record HelpExample(string Title, string Text);
