namespace NaccsCert.Compat;

/// <summary>Hexadecimal digits, upper case.</summary>
internal static class Hex
{
    /// <summary>Two digits a byte, without separators.</summary>
    public static string Encode(byte[] data) =>
#if NET
        System.Convert.ToHexString(data);
#else
        System.BitConverter.ToString(data).Replace("-", string.Empty);
#endif
}
