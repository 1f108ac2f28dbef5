namespace alias = std;
int main() { return 0; }
