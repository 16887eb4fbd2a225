#include "here.h"

std::thread::id here() { return std::this_thread::get_id(); }
