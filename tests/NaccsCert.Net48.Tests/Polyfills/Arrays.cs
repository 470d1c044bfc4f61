namespace System.Runtime.CompilerServices;

/// <summary>What the compiler takes a range of an array with.</summary>
internal static class RuntimeHelpers
{
    public static T[] GetSubArray<T>(T[] array, Range range)
    {
        (int start, int length) = range.GetOffsetAndLength(array.Length);
        var part = new T[length];
        Array.Copy(array, start, part, 0, length);
        return part;
    }
}
