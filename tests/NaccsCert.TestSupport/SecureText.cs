using System.Linq;
using System.Security;

namespace NaccsCert.TestSupport;

/// <summary>Makes secret texts.</summary>
public static class SecureText
{
    /// <summary>A text as a secret one; the caller disposes of it.</summary>
    public static SecureString Of(string text)
    {
        var secure = new SecureString();
        text.ToList().ForEach(secure.AppendChar);
        return secure;
    }
}
