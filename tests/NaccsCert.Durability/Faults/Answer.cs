using System.Collections.Generic;

namespace NaccsCert.Durability.Faults;

/// <summary>An HTTP answer.</summary>
/// <param name="Status">Its status code.</param>
/// <param name="Body">Its body.</param>
/// <param name="Fields">Its header fields.</param>
internal sealed record Answer(int Status, byte[] Body, IReadOnlyList<(string Name, string Value)> Fields);
