#pragma once

/// Gives 42, worked out by another thread.
int published();

/// Gives 7. No explored case calls it.
int also_published();

/// A critical section: at most one thread is between the two.
void enter();
void leave();
