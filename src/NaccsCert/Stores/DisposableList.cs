using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;

namespace NaccsCert.Stores;

/// <summary>A list that owns what is in it: whoever receives the list disposes of it, and so of every item.</summary>
/// <typeparam name="T">What the list owns.</typeparam>
/// <param name="items">The items; they must not be disposed of elsewhere.</param>
internal sealed class DisposableList<T>(IEnumerable<T> items) : IReadOnlyList<T>, IDisposable
    where T : class, IDisposable
{
    private readonly List<T> _items = [.. items];

    /// <inheritdoc/>
    public int Count => _items.Count;

    /// <inheritdoc/>
    public T this[int index] => _items[index];

    /// <summary>Takes the first item of a kind out of the list, so that the caller owns it.</summary>
    /// <param name="isWanted">Whether an item is of that kind.</param>
    /// <returns>The item; null when there is none.</returns>
    public T? Take(Func<T, bool> isWanted)
    {
        T? wanted = _items.FirstOrDefault(isWanted);
        if (wanted is not null)
        {
            _items.Remove(wanted);
        }

        return wanted;
    }

    /// <summary>Disposes of the items that are not of a kind, and drops them from the list.</summary>
    /// <param name="isWanted">Whether an item is of that kind.</param>
    /// <returns>This list, with the items that are left.</returns>
    public DisposableList<T> Keep(Func<T, bool> isWanted)
    {
        foreach (T unwanted in _items.Where(item => !isWanted(item)).ToArray())
        {
            _items.Remove(unwanted);
            unwanted.Dispose();
        }

        return this;
    }

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => _items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (T item in _items)
        {
            item.Dispose();
        }
    }
}
