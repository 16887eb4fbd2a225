#pragma once

/// What the compiler calls before an access to memory lies together, so that the calls can be found in the program's
/// code (instrumented_calls.h). The section's name is an identifier: the linker then says where it begins and ends.
#define LOCKSTEP_HOOK [[gnu::section("lockstep_hooks")]]
