using System;
using System.Management.Automation;
using System.Management.Automation.Host;

namespace NaccsCert.Module.Tests.Engine;

/// <summary>Gives formatting a terminal of a fixed size, whose lines a test can make shorter, and the width of characters. Reading or writing its cells is refused.</summary>
internal sealed class FixedRawUserInterface : PSHostRawUserInterface
{
    private static readonly Size Fixed = new(120, 50);

    /// <inheritdoc/>
    public override Size BufferSize { get; set; } = Fixed;

    /// <inheritdoc/>
    public override Size WindowSize
    {
        get => Fixed;
        set => throw NoCells();
    }

    /// <inheritdoc/>
    public override Size MaxWindowSize => Fixed;

    /// <inheritdoc/>
    public override Size MaxPhysicalWindowSize => Fixed;

    /// <inheritdoc/>
    public override Coordinates WindowPosition { get; set; }

    /// <inheritdoc/>
    public override Coordinates CursorPosition { get; set; }

    /// <inheritdoc/>
    public override int CursorSize { get; set; } = 1;

    /// <inheritdoc/>
    public override ConsoleColor ForegroundColor { get; set; } = ConsoleColor.Gray;

    /// <inheritdoc/>
    public override ConsoleColor BackgroundColor { get; set; } = ConsoleColor.Black;

    /// <inheritdoc/>
    public override string WindowTitle { get; set; } = string.Empty;

    /// <inheritdoc/>
    public override bool KeyAvailable => false;

    /// <inheritdoc/>
    public override int LengthInBufferCells(string source) => CellWidth.Of(source);

    /// <inheritdoc/>
    public override int LengthInBufferCells(string source, int offset) => CellWidth.Of(source.AsSpan(offset));

    /// <inheritdoc/>
    public override int LengthInBufferCells(char source) => CellWidth.Of([source]);

    /// <inheritdoc/>
    public override void FlushInputBuffer()
    {
        // Nothing is read ahead.
    }

    /// <inheritdoc/>
    public override KeyInfo ReadKey(ReadKeyOptions options) => throw NoCells();

    /// <inheritdoc/>
    public override BufferCell[,] GetBufferContents(Rectangle rectangle) => throw NoCells();

    /// <inheritdoc/>
    public override void SetBufferContents(Coordinates origin, BufferCell[,] contents) => throw NoCells();

    /// <inheritdoc/>
    public override void SetBufferContents(Rectangle rectangle, BufferCell fill) => throw NoCells();

    /// <inheritdoc/>
    public override void ScrollBufferContents(
        Rectangle source, Coordinates destination, Rectangle clip, BufferCell fill) => throw NoCells();

    private static PSNotSupportedException NoCells() => new("This host does not reach the cells of the terminal.");
}
