/** How pages get out: templates, assets, security headers, the sign-in and error pages, and the living page of components. */
@NullMarked
package org.peyvand.web.shell;

import org.jspecify.annotations.NullMarked;
