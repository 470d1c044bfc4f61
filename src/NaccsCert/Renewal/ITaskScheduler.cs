namespace NaccsCert.Renewal;

/// <summary>Keeps the scheduled tasks of the user.</summary>
internal interface ITaskScheduler
{
    /// <summary>Creates a task, in the place of one of its name.</summary>
    /// <exception cref="NaccsException">
    /// <see cref="ErrorId.TaskSchedulerUnavailable"/> or <see cref="ErrorId.TaskSchedulerRefused"/>.
    /// </exception>
    void Create(TaskDefinition task);

    /// <summary>Removes a task, where there is one.</summary>
    /// <exception cref="NaccsException">As for <see cref="Create"/>.</exception>
    void Delete(string name);
}
