/** Invitations to meetings: told to colleagues, answered by them, and their answers told to who called the meeting. */
@NullMarked
package org.peyvand.activity.invitation;

import org.jspecify.annotations.NullMarked;
