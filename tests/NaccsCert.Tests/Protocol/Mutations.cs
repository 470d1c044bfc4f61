using System;

namespace NaccsCert.Tests.Protocol;

/// <summary>Good messages with a few bytes changed, always the same ones.</summary>
internal static class Mutations
{
    private const int Rounds = 1500;

    /// <summary>Has every mutation read.</summary>
    public static void Mutate(byte[] good, Action<byte[]> read)
    {
        // The same sequence on every run, so that what fails once fails again.
        var random = new Random(20310601);
        for (int round = 0; round < Rounds; round++)
        {
            byte[] mutated = (byte[])good.Clone();
            for (int change = random.Next(1, 4); change > 0; change--)
            {
                mutated[random.Next(mutated.Length)] = (byte)random.Next(256);
            }

            read(random.Next(10) == 0 ? mutated[..random.Next(mutated.Length)] : mutated);
        }
    }

    /// <summary>Reads what may be refused, with that exception and no other.</summary>
    public static void Refuses<TException>(Action read)
        where TException : Exception
    {
        try
        {
            read();
        }
        catch (TException)
        {
            // Refused, as it may be.
        }
    }
}
