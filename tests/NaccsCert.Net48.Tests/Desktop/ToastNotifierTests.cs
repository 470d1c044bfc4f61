using NaccsCert.Renewal;
using NaccsCert.Windows;
using Xunit;

namespace NaccsCert.Tests.Desktop;

/// <summary>What stands in the way of a toast is left to the next notifier, and never an error.</summary>
public sealed class ToastNotifierTests
{
    [Fact]
    public void Without_a_Windows_Runtime_another_notifier_has_its_turn() => Assert.Equal(
        NoticeResponse.Unavailable,
        new ToastNotifier().Show(new Notice(NoticeKind.RenewalDue, "Title", "Text \u0001", "Renew", "Later")));
}
