namespace NaccsCert.Sandbox.Behavior;

/// <summary>How <c>simpleenroll</c> asks for the codes.</summary>
internal enum SignInRule
{
    /// <summary>401 with a Basic challenge, whether codes are missing or wrong.</summary>
    Basic,

    /// <summary>As <see cref="Basic"/>, but wrong codes get a 401 without a challenge.</summary>
    BareRefusal,

    /// <summary>401 with a Digest challenge, whatever comes.</summary>
    DigestOnly,

    /// <summary>401 without a challenge, whatever comes.</summary>
    NoChallenge,
}
