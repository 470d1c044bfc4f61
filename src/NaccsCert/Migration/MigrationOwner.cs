using NaccsCert.Accounts;

namespace NaccsCert.Migration;

/// <summary>The account that keys belong to.</summary>
/// <param name="Account">Who keeps the account.</param>
/// <param name="Profile">Where its profile stays.</param>
internal sealed record MigrationOwner(AccountKind Account, ProfileKind Profile);
