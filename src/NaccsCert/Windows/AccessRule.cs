namespace NaccsCert.Windows;

/// <summary>One entry of an access list that allows something here, not only in what is below.</summary>
/// <param name="Sid">To whom.</param>
/// <param name="Rights">What: bits of ACCESS_MASK.</param>
internal readonly record struct AccessRule(string Sid, int Rights);
