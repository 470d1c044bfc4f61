using System;
using Microsoft.Data.Sqlite;

namespace NaccsCert.Sandbox.State;

/// <summary>The ledger during one decision. The unique columns of its table forbid what the decision might overlook.</summary>
/// <param name="connection">An open connection.</param>
/// <param name="transaction">The decision's transaction, which holds the write lock.</param>
internal sealed class LedgerTransaction(SqliteConnection connection, SqliteTransaction transaction)
{
    private const string Select = "SELECT serial, public_key, not_after, encoded, revoked_at FROM certificate WHERE ";

    public LedgerEntry? WithSerial(string serial) => Find("serial = $value", serial);

    public LedgerEntry? WithPublicKey(byte[] publicKey) => Find("public_key = $value", publicKey);

    public LedgerEntry? EnrolledWith(long codeSet) => Find("code_set = $value", codeSet);

    public LedgerEntry? SuccessorOf(string serial) => Find("predecessor = $value", serial);

    public void AddEnrolled(LedgerEntry entry, long codeSet) => Add(entry, codeSet, DBNull.Value);

    public void AddRenewed(LedgerEntry entry, string predecessor) => Add(entry, DBNull.Value, predecessor);

    /// <summary>When this code set was first used with this key: now, if it never was.</summary>
    public DateTimeOffset FirstSeen(long codeSet, byte[] publicKey, DateTimeOffset now)
    {
        using SqliteCommand command = Command(
            """
            INSERT INTO pending VALUES ($codeSet, $publicKey, $now)
            ON CONFLICT DO UPDATE SET first_seen = first_seen RETURNING first_seen
            """);
        command.Parameters.AddWithValue("$codeSet", codeSet);
        command.Parameters.AddWithValue("$publicKey", publicKey);
        command.Parameters.AddWithValue("$now", now.ToUnixTimeMilliseconds());
        return DateTimeOffset.FromUnixTimeMilliseconds((long)command.ExecuteScalar()!);
    }

    /// <summary>The encrypted key that was made for a code set, or null if none was.</summary>
    public byte[]? MadeKey(long codeSet)
    {
        using SqliteCommand command = Command("SELECT encrypted FROM made_key WHERE code_set = $codeSet");
        command.Parameters.AddWithValue("$codeSet", codeSet);
        return (byte[]?)command.ExecuteScalar();
    }

    public void AddMadeKey(long codeSet, byte[] encrypted)
    {
        using SqliteCommand command = Command("INSERT INTO made_key VALUES ($codeSet, $encrypted)");
        command.Parameters.AddWithValue("$codeSet", codeSet);
        command.Parameters.AddWithValue("$encrypted", encrypted);
        command.ExecuteNonQuery();
    }

    /// <summary>The enrollment that a transaction of SCEP stands for, or null if there is none.</summary>
    public ScepTransaction? Scep(string id)
    {
        using SqliteCommand command = Command(
            """
            SELECT code_set, terminal, public_key FROM scep_transaction
            JOIN code_set ON code_set.id = code_set WHERE scep_transaction.id = $id
            """);
        command.Parameters.AddWithValue("$id", id);
        using SqliteDataReader reader = command.ExecuteReader();
        return reader.Read()
            ? new ScepTransaction((reader.GetInt64(0), reader.GetString(1)), reader.GetFieldValue<byte[]>(2))
            : null;
    }

    /// <summary>Remembers a transaction of SCEP; one that is known stays as it is.</summary>
    public void AddScep(string id, long codeSet, byte[] publicKey)
    {
        using SqliteCommand command = Command("INSERT INTO scep_transaction VALUES ($id, $codeSet, $publicKey) ON CONFLICT DO NOTHING");
        command.Parameters.AddWithValue("$id", id);
        command.Parameters.AddWithValue("$codeSet", codeSet);
        command.Parameters.AddWithValue("$publicKey", publicKey);
        command.ExecuteNonQuery();
    }

    private void Add(LedgerEntry entry, object codeSet, object predecessor)
    {
        using SqliteCommand command = Command(
            """
            INSERT INTO certificate (serial, code_set, predecessor, public_key, not_after, encoded)
            VALUES ($serial, $codeSet, $predecessor, $publicKey, $notAfter, $encoded)
            """);
        command.Parameters.AddWithValue("$serial", entry.Serial);
        command.Parameters.AddWithValue("$codeSet", codeSet);
        command.Parameters.AddWithValue("$predecessor", predecessor);
        command.Parameters.AddWithValue("$publicKey", entry.PublicKey);
        command.Parameters.AddWithValue("$notAfter", entry.NotAfter.ToUnixTimeSeconds());
        command.Parameters.AddWithValue("$encoded", entry.Encoded);
        command.ExecuteNonQuery();
    }

    private LedgerEntry? Find(string condition, object value)
    {
        using SqliteCommand command = Command(Select + condition);
        command.Parameters.AddWithValue("$value", value);
        using SqliteDataReader reader = command.ExecuteReader();
        return reader.Read()
            ? new LedgerEntry(
                reader.GetString(0),
                reader.GetFieldValue<byte[]>(1),
                DateTimeOffset.FromUnixTimeSeconds(reader.GetInt64(2)),
                reader.GetFieldValue<byte[]>(3),
                reader.IsDBNull(4) ? null : DateTimeOffset.FromUnixTimeSeconds(reader.GetInt64(4)))
            : null;
    }

    private SqliteCommand Command(string text)
    {
        SqliteCommand command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = text;
        return command;
    }
}
