using System;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;

namespace NaccsCert.Sandbox.State;

/// <summary>The few values that outlive a run.</summary>
/// <param name="database">Where they are kept.</param>
internal sealed class Settings(Database database)
{
    private const int SaltSize = 32;

    /// <summary>The port of the last run, or 0 before the first.</summary>
    public int Port
    {
        get => Convert.ToInt32(Read("port") ?? 0, CultureInfo.InvariantCulture);
        set => Write("port", value);
    }

    /// <summary>The port without TLS of the last run that had one, or 0.</summary>
    public int PlainPort
    {
        get => Convert.ToInt32(Read("plain_port") ?? 0, CultureInfo.InvariantCulture);
        set => Write("plain_port", value);
    }

    /// <summary>How far the clock of the last run was ahead of the machine's.</summary>
    public TimeSpan ClockOffset
    {
        get => TimeSpan.FromTicks(Convert.ToInt64(Read("clock_offset") ?? 0, CultureInfo.InvariantCulture));
        set => Write("clock_offset", value.Ticks);
    }

    /// <summary>The salt under which codes are hashed, made at the first use.</summary>
    public byte[] Salt
    {
        get
        {
            if (Read("salt") is not byte[] salt)
            {
                salt = RandomNumberGenerator.GetBytes(SaltSize);
                Write("salt", salt);
            }

            return salt;
        }
    }

    private object? Read(string name)
    {
        using SqliteConnection connection = database.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "SELECT value FROM setting WHERE name = $name";
        command.Parameters.AddWithValue("$name", name);
        return command.ExecuteScalar();
    }

    private void Write(string name, object value)
    {
        using SqliteConnection connection = database.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "INSERT INTO setting VALUES ($name, $value) ON CONFLICT DO UPDATE SET value = excluded.value";
        command.Parameters.AddWithValue("$name", name);
        command.Parameters.AddWithValue("$value", value);
        command.ExecuteNonQuery();
    }
}
