#pragma once

#include "watched_mutex.h"

// Part 1: cause it yourself. Read README.md first.

/// The smallest program that can deadlock. Starts two threads (the caller may be one of the two), each of which takes
/// both mutexes, and returns when both are done.
///
/// In some schedules it never returns: each of the two threads holds one of the mutexes and waits for the other one.
/// In others it does: when one thread is done before the other one begins, for example. Each thread then has held both
/// mutexes at the same time, and nobody holds one any more.
void can_deadlock(WatchedMutex& first, WatchedMutex& second);

/// The smallest program that can livelock. Two threads as above, but none of them waits for a mutex while it holds
/// one: it only tries to take the other one, and when this fails, it gives back what it holds and begins again.
///
/// In some schedules it never returns, although no thread is blocked: both give way to each other for ever. When one
/// thread is done before the other one begins, it returns as above.
void can_livelock(WatchedMutex& first, WatchedMutex& second);
