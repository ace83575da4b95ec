/**
 * A reader who attacks what was published: knows the shown numbers, which are hidden, what adds up and who lies within
 * whom, that zeros are shown and what the threshold is. Shares no code with the solver that it judges.
 */
package org.osteocohort.disclosure.attack;
