using System;

namespace NaccsCert.Policies;

/// <summary>One setting: its name, what holds without it, and how its value is read.</summary>
/// <param name="Name">The name of the value in the registry, and in <c>NaccsCert.admx</c>.</param>
/// <param name="Default">What holds where no policy is set; null where the service definition or the system decides.</param>
/// <param name="Parse">Reads a value; null for one that cannot be used.</param>
internal sealed record PolicySetting(string Name, object? Default, Func<object, object?> Parse);
