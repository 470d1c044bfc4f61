using Microsoft.Data.Sqlite;

namespace NaccsCert.Sandbox.State;

/// <summary>The SQLite file. What a transaction commits is on the disk before the commit returns.</summary>
/// <param name="path">Path of the file, made when absent.</param>
internal sealed class Database(string path)
{
    private readonly string _connectionString = new SqliteConnectionStringBuilder
    {
        DataSource = path,
        DefaultTimeout = 10,
    }.ToString();

    /// <summary>Makes the tables that are not there yet.</summary>
    public void CreateSchema()
    {
        using SqliteConnection connection = Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText =
            """
            PRAGMA journal_mode = WAL;
            CREATE TABLE IF NOT EXISTS setting (
                name TEXT PRIMARY KEY,
                value ANY NOT NULL
            ) STRICT, WITHOUT ROWID;
            CREATE TABLE IF NOT EXISTS code_set (
                id INTEGER PRIMARY KEY,
                terminal TEXT NOT NULL,
                user_hash BLOB NOT NULL,
                password_hash BLOB NOT NULL,
                UNIQUE (user_hash, password_hash)
            ) STRICT;
            CREATE TABLE IF NOT EXISTS certificate (
                serial TEXT PRIMARY KEY,
                code_set INTEGER UNIQUE REFERENCES code_set (id),
                predecessor TEXT UNIQUE REFERENCES certificate (serial),
                public_key BLOB NOT NULL UNIQUE,
                not_after INTEGER NOT NULL,
                encoded BLOB NOT NULL,
                revoked_at INTEGER,
                CHECK ((code_set IS NULL) <> (predecessor IS NULL))
            ) STRICT;
            CREATE TABLE IF NOT EXISTS pending (
                code_set INTEGER NOT NULL REFERENCES code_set (id),
                public_key BLOB NOT NULL,
                first_seen INTEGER NOT NULL,
                PRIMARY KEY (code_set, public_key)
            ) STRICT, WITHOUT ROWID;
            CREATE TABLE IF NOT EXISTS made_key (
                code_set INTEGER PRIMARY KEY REFERENCES code_set (id),
                encrypted BLOB NOT NULL
            ) STRICT;
            CREATE TABLE IF NOT EXISTS scep_transaction (
                id TEXT PRIMARY KEY,
                code_set INTEGER NOT NULL REFERENCES code_set (id),
                public_key BLOB NOT NULL
            ) STRICT, WITHOUT ROWID;
            """;
        command.ExecuteNonQuery();
    }

    /// <summary>A connection, to be disposed of by the caller.</summary>
    public SqliteConnection Open()
    {
        var connection = new SqliteConnection(_connectionString);
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 10000;";
        command.ExecuteNonQuery();
        return connection;
    }
}
