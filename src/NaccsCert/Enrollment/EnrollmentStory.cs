using System;
using System.Collections.Generic;
using NaccsCert.Reasons;

namespace NaccsCert.Enrollment;

/// <summary>What an enrolment has done, in sentences that a support desk can read. None holds a secret.</summary>
internal sealed class EnrollmentStory
{
    private readonly List<string> _sentences = [];
    private bool _hasWay;

    /// <summary>Adds a sentence, once it is true.</summary>
    public void Tell(ReasonId sentence, params object[] arguments) => _sentences.Add(ReasonText.Of(sentence, arguments));

    /// <summary>Adds the way to the service, the first time that it is taken.</summary>
    /// <param name="proxy">The proxy on it; null when there is none.</param>
    public void TellWay(Uri? proxy)
    {
        if (_hasWay)
        {
            return;
        }

        _hasWay = true;
        if (proxy is null)
        {
            Tell(ReasonId.WayIsDirect);
        }
        else
        {
            Tell(ReasonId.WayThroughProxy, proxy.Authority);
        }
    }

    /// <summary>Hands over what was added since the last call.</summary>
    public IReadOnlyList<string> Take()
    {
        string[] sentences = [.. _sentences];
        _sentences.Clear();
        return sentences;
    }
}
