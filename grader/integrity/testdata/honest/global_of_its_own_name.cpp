int counter_of_all_calls = 0;
int counted() { return ++counter_of_all_calls; }
