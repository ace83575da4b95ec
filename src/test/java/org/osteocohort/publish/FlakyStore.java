package org.osteocohort.publish;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;

/** A local output whose steps fail at a chosen call, as those of {@link FlakyFileSystem} do. */
final class FlakyStore {
    private static final Set<String> STEPS =
            Set.of("makeFolder", "write", "bring", "move", "delete", "force", "replace");

    private int calls;
    private int failsAt;
    private FlakyFileSystem.Fault fault;
    private String words = "failed on purpose";

    void failAt(int call, FlakyFileSystem.Fault how) {
        calls = 0;
        failsAt = call;
        fault = how;
    }

    void say(String message) {
        words = message;
    }

    boolean hasFailed() {
        return failsAt > 0 && calls >= failsAt;
    }

    OutputStore around(OutputStore store) {
        return (OutputStore) Proxy.newProxyInstance(
                OutputStore.class.getClassLoader(), new Class<?>[] {OutputStore.class}, (proxy, method, arguments) -> {
                    boolean fails = STEPS.contains(method.getName()) && ++calls == failsAt;
                    if (fails && fault != FlakyFileSystem.Fault.ANSWER_LOST) {
                        throw new IOException(words);
                    }
                    try {
                        Object answer = method.invoke(store, arguments);
                        if (fails) {
                            throw new IOException(words);
                        }
                        return answer;
                    } catch (InvocationTargetException exception) {
                        throw exception.getCause();
                    }
                });
    }
}
