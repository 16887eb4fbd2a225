#pragma once

#include <thread>

/// The calling thread. In a file of its own: clang 14, when it optimises, takes the id of the thread once for the whole
/// body of a coroutine, although the body goes on on other threads.
std::thread::id here();
