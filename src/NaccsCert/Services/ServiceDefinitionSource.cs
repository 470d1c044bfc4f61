using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using NaccsCert.IO;
using NaccsCert.IO.Json;

namespace NaccsCert.Services;

/// <summary>
/// Finds a service definition: by path, or by name in the folders that administrators and users keep, or built in.
/// </summary>
/// <param name="folders">The folders that are looked in, in this order.</param>
internal sealed class ServiceDefinitionSource(IReadOnlyList<DefinitionFolder> folders)
{
    /// <summary>
    /// The name of the definition that is built in, and used when no other is named. No file takes its place: an administrator
    /// names another one by policy.
    /// </summary>
    public const string BuiltInName = "naccs";

    private const string ResourcePrefix = "NaccsCert.Services.BuiltIn.";

    /// <summary>The names that can be asked for.</summary>
    /// <returns>Each once, sorted.</returns>
    public IReadOnlyList<string> Names() =>
    [
        .. folders.SelectMany(folder => folder.Files())
            .Select(path => Path.GetFileNameWithoutExtension(path))
            .Append(BuiltInName)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .OrderBy(name => name, StringComparer.Ordinal),
    ];

    /// <summary>Loads a definition.</summary>
    /// <param name="nameOrPath">A name, or the path of a JSON file; null for the built-in name.</param>
    /// <returns>The definition.</returns>
    /// <exception cref="NaccsException">
    /// <see cref="ErrorId.ServiceDefinitionNotFound"/>, <see cref="ErrorId.ServiceDefinitionUnsafe"/> or
    /// <see cref="ErrorId.ServiceDefinitionInvalid"/>.
    /// </exception>
    public ServiceDefinition Load(string? nameOrPath)
    {
        ServiceDefinition definition = Read(nameOrPath, ServiceDefinitionParser.Parse);
        return nameOrPath is not null && IsPath(nameOrPath) ? definition with { GivenPath = definition.Origin } : definition;
    }

    /// <summary>Checks a definition, and reports all that is wrong with it.</summary>
    /// <param name="nameOrPath">A name, or the path of a JSON file; null for the built-in name.</param>
    /// <exception cref="NaccsException">
    /// <see cref="ErrorId.ServiceDefinitionNotFound"/> or <see cref="ErrorId.ServiceDefinitionUnsafe"/>.
    /// </exception>
    public IReadOnlyList<ServiceDefinitionTestResult> Check(string? nameOrPath) => Read(nameOrPath, ServiceDefinitionCheck.Run);

    /// <summary>Makes a new definition from one.</summary>
    /// <param name="nameOrPath">A name, or the path of a JSON file; null for the built-in name.</param>
    /// <param name="changes">What the new one has instead.</param>
    /// <param name="target">The path of the new one, for errors.</param>
    /// <exception cref="NaccsException">As of <see cref="Load"/>, of the one or the other.</exception>
    public DefinitionDraft Draft(string? nameOrPath, DefinitionChanges changes, string target) => Read(
        nameOrPath, (utf8, origin, readFile) => DefinitionDraft.From(utf8, origin, readFile, changes, target));

    /// <summary>Reads a definition as it is, whether it is valid or not.</summary>
    /// <param name="nameOrPath">A name, or the path of a JSON file; null for the built-in name.</param>
    /// <returns>Where it was read, as <see cref="ServiceDefinition.Origin"/> says it, and its bytes.</returns>
    /// <exception cref="NaccsException">As for <see cref="Check"/>.</exception>
    public (string Origin, byte[] Content) ReadContent(string? nameOrPath) =>
        Read(nameOrPath, (content, origin, _) => (origin, content));

    /// <summary>Whether a text names a file rather than a definition.</summary>
    /// <param name="text">What the user gave.</param>
    /// <returns>True for a path.</returns>
    public static bool IsPath(string text) =>
        text.IndexOfAny([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar]) >= 0
        || text.EndsWith(".json", StringComparison.OrdinalIgnoreCase);

    private T Read<T>(string? nameOrPath, Func<byte[], string, Func<string, byte[]>, T> read)
    {
        string name = nameOrPath ?? BuiltInName;
        if (IsPath(name))
        {
            return ReadFile(FullPath(name), read);
        }

        return string.Equals(name, BuiltInName, StringComparison.OrdinalIgnoreCase)
            ? read(ReadResource(BuiltInName + ".json"), BuiltInName, ReadResource)
            : ReadFile(PathOf(name), read);
    }

    private string PathOf(string name)
    {
        FileFlaw? flaw = null;
        foreach (DefinitionFolder folder in FileNames.IsUsable(name) ? folders : [])
        {
            string path = Path.Combine(folder.Path, name + ".json");
            if (File.Exists(path))
            {
                FileFlaw? found = folder.FindFlaw(path);
                if (found is null)
                {
                    return path;
                }

                flaw ??= found;
            }
        }

        throw flaw is null ? NotFound(name) : new NaccsException(ErrorId.ServiceDefinitionUnsafe, name, flaw.Text);
    }

    private string FullPath(string path)
    {
        // Windows would open the device, in whatever folder.
        if (DeviceNames.Has(path.Split('/', '\\').Last()))
        {
            throw NotFound(path);
        }

        try
        {
            return Path.GetFullPath(path);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException or PathTooLongException)
        {
            throw new NaccsException(ErrorId.ServiceDefinitionNotFound, path, exception, exception.Message);
        }
    }

    private NaccsException NotFound(string name) => new(ErrorId.ServiceDefinitionNotFound, name, string.Join(", ", Names()));

    private static T ReadFile<T>(string path, Func<byte[], string, Func<string, byte[]>, T> read)
    {
        string folder = Path.GetDirectoryName(path)!;
        try
        {
            return read(
                RegularFile.Read(path, JsonDocument.MaxDocumentBytes),
                path,
                file => BoundedFile.Read(Path.Combine(folder, file)));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new NaccsException(ErrorId.ServiceDefinitionNotFound, path, exception, exception.Message);
        }
    }

    private static byte[] ReadResource(string name)
    {
        using Stream resource = typeof(ServiceDefinitionSource).Assembly.GetManifestResourceStream(ResourcePrefix + name)
            ?? throw new FileNotFoundException(name);
        using var buffer = new MemoryStream();
        resource.CopyTo(buffer);
        return buffer.ToArray();
    }
}
