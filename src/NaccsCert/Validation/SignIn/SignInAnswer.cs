using System;
using NaccsCert.Transport;

namespace NaccsCert.Validation.SignIn;

/// <summary>What a host made of a client certificate: an answer or an error, and what the connection showed.</summary>
/// <param name="Address">What was asked for.</param>
/// <param name="Connection">What the connection showed.</param>
/// <param name="Reply">The answer; null when there was none.</param>
/// <param name="Error">The error; null when there was none.</param>
/// <param name="Duration">How long it took.</param>
internal sealed record SignInAnswer(Uri Address, ConnectionInfo Connection, HttpReply? Reply, NaccsException? Error, TimeSpan Duration);
