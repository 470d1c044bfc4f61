using NaccsCert.Keys;

namespace NaccsCert.Migration;

/// <summary>What is known of a key, and of the account that it belongs to, before a change.</summary>
/// <param name="Storage">Where its provider keeps it.</param>
/// <param name="IsExportable">Whether the provider lets it out; null where that cannot be told.</param>
/// <param name="Owner">The account and its profile.</param>
internal sealed record MigrationKey(KeyStorage Storage, bool? IsExportable, MigrationOwner Owner);
