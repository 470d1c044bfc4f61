namespace NaccsCert.Sandbox.Behavior;

/// <summary>How the service differs from a well-behaved one. The defaults are a well-behaved one.</summary>
internal sealed record ServiceBehavior
{
    public DatingBehavior Dating { get; init; } = new();

    public NamingBehavior Naming { get; init; } = new();

    public HierarchyBehavior Hierarchy { get; init; } = new();

    public RefusalBehavior Refusals { get; init; } = new();

    /// <summary>Whether a renewal may keep its key.</summary>
    public bool SameKey { get; init; }

    public EstBehavior Est { get; init; } = new();

    public ScepBehavior Scep { get; init; } = new();
}
