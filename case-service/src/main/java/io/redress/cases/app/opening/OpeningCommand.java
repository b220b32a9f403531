package io.redress.cases.app.opening;

import java.util.Optional;

/** What opens a case. */
public sealed interface OpeningCommand permits OpenCase.Command, OpenRequest.Command {

    /** What no two commands that are decided together are about. */
    String subject();

    String callerId();

    /** May be left to follow from who asks. */
    Optional<Boolean> ownMotion();
}
