namespace NaccsCert.Module.Tests.Help;

/// <summary>A parameter as help describes it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">The full name of its type.</param>
/// <param name="Text">What it does.</param>
internal sealed record HelpParameter(string Name, string Type, string Text);
