#pragma once

#include <functional>
#include <string>

#include "loop.h"
#include "task.h"
#include "thread_pool.h"

// Part 5: a blocking call. You write this function in offload.cpp. Read README.md first.

/// Calls a function that may block, on a thread of the pool, while the loop goes on with others.
/// \param pool  ends its threads before the loop ends
/// \return what the function gives; the coroutine that awaits it goes on on the loop's thread, also after an exception
/// \throw what the function throws
Task<std::string> offload(Loop& loop, ThreadPool& pool, std::function<std::string()> blocking);
