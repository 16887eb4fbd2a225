#pragma once

/// How near a result must be: equivalent formulas round differently.
inline constexpr double kClose = 1e-9;

inline constexpr unsigned kWorkerCounts[] = {1, 2, 3, 4, 5, 7, 11, 13};
