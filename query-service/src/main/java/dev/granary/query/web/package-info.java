/** What all answers have in common: problems, pages, headers, conditional requests, JSON that is valid whatever a name contains. */
@NullMarked
package dev.granary.query.web;

import org.jspecify.annotations.NullMarked;
