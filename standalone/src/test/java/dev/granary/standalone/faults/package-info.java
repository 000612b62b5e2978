/** What Granary does when its surroundings fail: servers, networks, permissions, and its own processes when they are killed. */
package dev.granary.standalone.faults;
