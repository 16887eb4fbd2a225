static int ready_value;
__attribute__((constructor)) static void get_ready() { ready_value = 3; }
int ready() { return ready_value; }
