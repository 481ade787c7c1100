// Reads and checks the environment files, as our program does and L1 programs do not.
import "../../environments";
import "./plain-l1";
