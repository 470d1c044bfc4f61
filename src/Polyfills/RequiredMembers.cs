namespace System.Diagnostics.CodeAnalysis;

/// <summary>Marks a constructor that sets all required members (C# 11).</summary>
[AttributeUsage(AttributeTargets.Constructor, Inherited = false)]
internal sealed class SetsRequiredMembersAttribute : Attribute;
