using System;
using System.Security.Cryptography;

namespace NaccsCert;

/// <summary>Random numbers that .NET Framework does not make in one call.</summary>
internal static class Chances
{
    public static long NextInt64(this Random random, long end)
    {
        byte[] bytes = new byte[sizeof(long)];
        random.NextBytes(bytes);
        return (long)(BitConverter.ToUInt64(bytes, 0) % (ulong)end);
    }

    extension(RandomNumberGenerator)
    {
        public static byte[] GetBytes(int count)
        {
            using var generator = RandomNumberGenerator.Create();
            byte[] bytes = new byte[count];
            generator.GetBytes(bytes);
            return bytes;
        }
    }
}
