#pragma once

#include <stop_token>

#include "transport.h"

// Given: a sleep that a stop can end.

/// Waits until the time has come or a stop is requested.
/// \param time  TimePoint::max(): waits for the stop alone
/// \return whether the time has come: false when a stop was requested before
bool pause_until(TimePoint time, const std::stop_token& stop);
