using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Data.Sqlite;

namespace NaccsCert.Sandbox.State;

/// <summary>All certificates ever issued. Every decision to issue one is taken inside one transaction.</summary>
/// <param name="database">Where the ledger is kept.</param>
internal sealed class Ledger(Database database) : IDisposable
{
    // SQLite has one writer: waiting here costs less than polling its lock.
    private readonly SemaphoreSlim _writer = new(1, 1);

    public void Dispose() => _writer.Dispose();

    /// <summary>Runs a decision that may add certificates. They are on the disk when this returns, or not there at all.</summary>
    /// <param name="decide">The decision. It sees the ledger as nobody else can change it.</param>
    /// <param name="cancellationToken">Gives up waiting for its turn; a decision that has begun is finished.</param>
    public async Task<T> DecideAsync<T>(Func<LedgerTransaction, T> decide, CancellationToken cancellationToken)
    {
        await _writer.WaitAsync(cancellationToken);
        try
        {
            using SqliteConnection connection = database.Open();
            using SqliteTransaction transaction = connection.BeginTransaction(deferred: false);
            T decision = decide(new LedgerTransaction(connection, transaction));
            transaction.Commit();
            return decision;
        }
        finally
        {
            _writer.Release();
        }
    }

    /// <summary>Marks a certificate as revoked.</summary>
    /// <returns>False if there is no such certificate. One that is revoked already keeps its date.</returns>
    public bool Revoke(string serial, DateTimeOffset now)
    {
        using SqliteConnection connection = database.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "UPDATE certificate SET revoked_at = coalesce(revoked_at, $now) WHERE serial = $serial";
        command.Parameters.AddWithValue("$now", now.ToUnixTimeSeconds());
        command.Parameters.AddWithValue("$serial", serial);
        return command.ExecuteNonQuery() == 1;
    }

    /// <summary>What is known about a certificate.</summary>
    /// <param name="serial">Its serial number, upper-case hexadecimal.</param>
    public CertificateState StateOf(string serial)
    {
        using SqliteConnection connection = database.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "SELECT revoked_at FROM certificate WHERE serial = $serial";
        command.Parameters.AddWithValue("$serial", serial);
        using SqliteDataReader reader = command.ExecuteReader();
        return reader.Read()
            ? new CertificateState(
                IsKnown: true, reader.IsDBNull(0) ? null : DateTimeOffset.FromUnixTimeSeconds(reader.GetInt64(0)))
            : default;
    }

    /// <summary>What the revocation list has to name.</summary>
    public IReadOnlyList<(string Serial, DateTimeOffset RevokedAt)> Revoked()
    {
        using SqliteConnection connection = database.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "SELECT serial, revoked_at FROM certificate WHERE revoked_at IS NOT NULL ORDER BY revoked_at, serial";
        using SqliteDataReader reader = command.ExecuteReader();
        var revoked = new List<(string, DateTimeOffset)>();
        while (reader.Read())
        {
            revoked.Add((reader.GetString(0), DateTimeOffset.FromUnixTimeSeconds(reader.GetInt64(1))));
        }

        return revoked;
    }
}
