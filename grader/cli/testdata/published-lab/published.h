#pragma once

/// Gives 42, worked out by another thread.
int published();
