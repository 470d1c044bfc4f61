namespace NaccsCert.Networks.Rows;

/// <summary>One line of the table.</summary>
/// <param name="Proxy">The proxy, in words.</param>
/// <param name="Credential">The credential, in words.</param>
/// <param name="Subject">The operation, or what else was looked at.</param>
/// <param name="Seen">What came of it.</param>
/// <param name="IsAsExpected">Whether it is what was to come.</param>
/// <param name="Complaint">What is wrong, where something is.</param>
internal sealed record Finding(string Proxy, string Credential, string Subject, string Seen, bool IsAsExpected, string Complaint);
