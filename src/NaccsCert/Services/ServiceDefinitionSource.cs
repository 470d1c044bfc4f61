using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using NaccsCert.IO;

namespace NaccsCert.Services;

/// <summary>
/// Finds a service definition: by path, or by name in the folders that administrators and users keep, or built in.
/// </summary>
/// <param name="folders">The folders that are looked in, in this order.</param>
internal sealed class ServiceDefinitionSource(IReadOnlyList<string> folders)
{
    /// <summary>The name of the definition that is built in, and used when no other is named.</summary>
    public const string BuiltInName = "naccs";

    private const string ResourcePrefix = "NaccsCert.Services.BuiltIn.";

    /// <summary>The names that can be asked for.</summary>
    /// <returns>Each once, sorted.</returns>
    public IReadOnlyList<string> Names() =>
    [
        .. folders.Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.json"))
            .Select(path => Path.GetFileNameWithoutExtension(path))
            .Append(BuiltInName)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .OrderBy(name => name, StringComparer.Ordinal),
    ];

    /// <summary>Loads a definition.</summary>
    /// <param name="nameOrPath">A name, or the path of a JSON file; null for the built-in name.</param>
    /// <returns>The definition.</returns>
    /// <exception cref="NaccsException">
    /// <see cref="ErrorId.ServiceDefinitionNotFound"/> or <see cref="ErrorId.ServiceDefinitionInvalid"/>.
    /// </exception>
    public ServiceDefinition Load(string? nameOrPath)
    {
        string name = nameOrPath ?? BuiltInName;
        if (IsPath(name))
        {
            string given = Path.GetFullPath(name);
            return LoadFile(given) with { GivenPath = given };
        }

        string? path = folders.Select(folder => Path.Combine(folder, name + ".json")).FirstOrDefault(File.Exists);
        return path is not null ? LoadFile(path)
            : name == BuiltInName ? LoadBuiltIn()
            : throw new NaccsException(ErrorId.ServiceDefinitionNotFound, name, string.Join(", ", Names()));
    }

    /// <summary>Whether a text names a file rather than a definition.</summary>
    /// <param name="text">What the user gave.</param>
    /// <returns>True for a path.</returns>
    public static bool IsPath(string text) =>
        text.IndexOfAny([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar]) >= 0
        || text.EndsWith(".json", StringComparison.OrdinalIgnoreCase);

    private static ServiceDefinition LoadFile(string path)
    {
        string folder = Path.GetDirectoryName(path)!;
        try
        {
            return ServiceDefinitionParser.Parse(
                File.ReadAllBytes(path), path, file => BoundedFile.Read(Path.Combine(folder, file)));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new NaccsException(ErrorId.ServiceDefinitionNotFound, path, exception, exception.Message);
        }
    }

    private static ServiceDefinition LoadBuiltIn() =>
        ServiceDefinitionParser.Parse(ReadResource(BuiltInName + ".json"), BuiltInName, ReadResource);

    private static byte[] ReadResource(string name)
    {
        using Stream resource = typeof(ServiceDefinitionSource).Assembly.GetManifestResourceStream(ResourcePrefix + name)
            ?? throw new FileNotFoundException(name);
        using var buffer = new MemoryStream();
        resource.CopyTo(buffer);
        return buffer.ToArray();
    }
}
