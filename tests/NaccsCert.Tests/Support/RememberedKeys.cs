using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using NaccsCert.IO;
using NaccsCert.Keys;
using NaccsCert.Keys.Providers;

namespace NaccsCert.Tests.Support;

/// <summary>The platform's real keys, with a memory of which were made: so a test can ask which are left.</summary>
internal sealed class RememberedKeys
{
    private static readonly KeyProviders Platform = new(ScratchFolders.At(Path.Combine(DataFolders.User, "keys")));

    private readonly ConcurrentDictionary<string, KeyAlgorithm> _made = new();

    /// <summary>The names of keys that were made and can still be opened.</summary>
    public IReadOnlyList<string> Left =>
    [
        .. _made.Where(key =>
        {
            using KeyHandle? handle = Platform.Open(null).Open(key.Key, key.Value);
            return handle is not null;
        }).Select(key => key.Key),
    ];

    public IKeyProvider Open(string? name) => new Provider(Platform.Open(name), _made);

    public void DeleteAll()
    {
        foreach (string name in _made.Keys)
        {
            Platform.Open(null).Delete(name);
        }
    }

    private sealed class Provider(IKeyProvider real, ConcurrentDictionary<string, KeyAlgorithm> made) : IKeyProvider
    {
        public string Name => real.Name;

        public KeyHandle Create(string name, KeyAlgorithm algorithm, bool exportable, bool decrypts)
        {
            made[name] = algorithm;
            return real.Create(name, algorithm, exportable, decrypts);
        }

        public KeyHandle? Open(string name, KeyAlgorithm algorithm) => real.Open(name, algorithm);

        public void Delete(string name) => real.Delete(name);

        public void ReleaseToStore(string name) => real.ReleaseToStore(name);
    }
}
