package dev.gauntlet.conformance;

/**
 * All rules of {@code SPEC.md} over one provider. A project adds one class:
 *
 * {@snippet lang="java" :
 * class MyExecutorConformanceTest implements TaskExecutorConformance {
 *   @Override
 *   public ExecutorProvider provider() {
 *     return new MyExecutorProvider();
 *   }
 * }
 * }
 *
 * <p>Each rule then is a test named by its id. A single group can be implemented on its own, for
 * instance {@link CancelRules}.
 */
public interface TaskExecutorConformance
    extends StateRules,
        CallbackContextRules,
        CallbackFailureRules,
        RetrievalWaitRules,
        CancelEffectRules,
        CancelQueueRules,
        CancelRaceRules,
        FutureObjectRules,
        CancelRules,
        RetrievalRules,
        ReleaseRules,
        CallbackRules,
        WaitRules,
        WaiterRules,
        AsCompletedRules,
        MapRules,
        BoundedMapRules,
        LifecycleRules,
        SubmissionRules,
        TerminationRules,
        ClosingRules,
        WorkerRules,
        ThreadFactoryRules,
        AftermathRules,
        InitializerRules,
        NestingRules,
        VisibilityRules,
        InterruptRules,
        DropInRules,
        CapabilityRules {}
