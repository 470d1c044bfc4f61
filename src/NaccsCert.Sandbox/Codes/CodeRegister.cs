using System.Collections.Generic;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using NaccsCert.Sandbox.State;

namespace NaccsCert.Sandbox.Codes;

/// <summary>The known code sets. Only salted hashes are kept.</summary>
/// <param name="database">Where they are kept.</param>
/// <param name="salt">The database's salt.</param>
internal sealed class CodeRegister(Database database, byte[] salt)
{
    /// <summary>Whether no code set is known yet.</summary>
    public bool IsEmpty
    {
        get
        {
            using SqliteConnection connection = database.Open();
            using SqliteCommand command = connection.CreateCommand();
            command.CommandText = "SELECT count(*) FROM code_set";
            return (long)command.ExecuteScalar()! == 0;
        }
    }

    /// <summary>Adds the sets that are not known yet.</summary>
    /// <exception cref="SandboxException">Codes that are known already belong to another terminal.</exception>
    public void Add(IEnumerable<CodeSet> sets)
    {
        using SqliteConnection connection = database.Open();
        using SqliteTransaction transaction = connection.BeginTransaction();
        foreach (CodeSet set in sets)
        {
            using SqliteCommand command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText =
                """
                INSERT INTO code_set (terminal, user_hash, password_hash) VALUES ($terminal, $user, $password)
                ON CONFLICT DO UPDATE SET terminal = terminal RETURNING terminal
                """;
            command.Parameters.AddWithValue("$terminal", set.Terminal);
            command.Parameters.AddWithValue("$user", Hash(set.User));
            command.Parameters.AddWithValue("$password", Hash(set.Password));
            var owner = (string)command.ExecuteScalar()!;
            if (owner != set.Terminal)
            {
                throw new SandboxException($"The codes of terminal {set.Terminal} are known already, as those of {owner}.");
            }
        }

        transaction.Commit();
    }

    /// <summary>Finds the code set that credentials stand for.</summary>
    /// <returns>Its number and terminal, or null if the credentials are wrong.</returns>
    public (long Id, string Terminal)? Authenticate(string user, string password)
    {
        using SqliteConnection connection = database.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "SELECT id, terminal, password_hash FROM code_set WHERE user_hash = $user";
        command.Parameters.AddWithValue("$user", Hash(user));
        byte[] offered = Hash(password);
        using SqliteDataReader reader = command.ExecuteReader();
        (long, string)? match = null;
        while (reader.Read())
        {
            if (CryptographicOperations.FixedTimeEquals(reader.GetFieldValue<byte[]>(2), offered))
            {
                match = (reader.GetInt64(0), reader.GetString(1));
            }
        }

        return match;
    }

    // A keyed hash is enough: the codes are random, so there is no dictionary to slow down.
    private byte[] Hash(string text) => HMACSHA256.HashData(salt, Encoding.UTF8.GetBytes(text));
}
